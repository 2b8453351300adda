/** Short sounds made of tones and noise by the browser itself; silent where it cannot, may not yet, or nobody looks at the page. */

/**
 * A tone from one frequency to another, or noise: `at` and `length` in seconds, `loud` from 0 to 1.
 * @typedef {{at?: number, length: number, from: number, to?: number, shape?: OscillatorType | "noise", loud?: number}} Note
 */

const LOUDEST = 0.16;
const RISE = 0.008;

/** @returns {?AudioContext} */
function makeContext() {
  const session = /** @type {{audioSession?: {type: string}}} */ (navigator).audioSession;
  if (session) session.type = "ambient"; // a phone that is set to silent stays silent, and music goes on
  return "AudioContext" in window ? new AudioContext() : null;
}

const isShown = () => document.visibilityState === "visible";

export class Synth {
  /** @param {{make?: () => ?AudioContext, shown?: () => boolean}} [parts] */
  constructor({make = makeContext, shown = isShown} = {}) {
    this.make = make;
    this.shown = shown;
    /** @type {?AudioContext} */
    this.context = null;
  }

  /** Whether a sound would be heard now. */
  get ready() {
    return this.context?.state === "running";
  }

  /** Let there be sound, which browsers allow after a tap. Resolves to whether there is; never rejects. */
  async wake() {
    try {
      this.context ||= this.make();
      if (this.context?.state === "suspended") await this.context.resume();
    } catch (error) {
      return false;
    }
    return this.ready;
  }

  /**
   * Play these notes, `wait` seconds from now.
   * @type {(notes: Note[], wait?: number) => void}
   */
  play(notes, wait = 0) {
    if (!this.context || !this.ready || !this.shown()) return;
    for (const note of notes) this.note(this.context, note, this.context.currentTime + wait);
  }

  /** @type {(context: AudioContext, note: Note, begin: number) => void} */
  note(context, {at = 0, length, from, to = from, shape = "sine", loud = 0.5}, begin) {
    const start = begin + at;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.linearRampToValueAtTime(loud * LOUDEST, start + RISE);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + length);
    volume.connect(context.destination);
    const source = shape === "noise" ? noise(context, volume, from, to, start + length) : tone(context, volume, shape, [from, to], [start, start + length]);
    source.start(start);
    source.stop(start + length + 0.02);
  }
}

/** @type {(context: AudioContext, volume: GainNode, shape: OscillatorType, pitch: number[], time: number[]) => OscillatorNode} */
function tone(context, volume, shape, [from, to], [start, end]) {
  const source = context.createOscillator();
  source.type = shape;
  source.frequency.setValueAtTime(from, start);
  source.frequency.exponentialRampToValueAtTime(to, end);
  source.connect(volume);
  return source;
}

/** Noise around a frequency, as paper makes. @type {(context: AudioContext, volume: GainNode, from: number, to: number, end: number) => AudioBufferSourceNode} */
function noise(context, volume, from, to, end) {
  const buffer = context.createBuffer(1, context.sampleRate, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let place = 0; place < samples.length; place += 1) samples[place] = Math.random() * 2 - 1;
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = true;
  const band = context.createBiquadFilter();
  band.type = "bandpass";
  band.frequency.value = from;
  band.frequency.exponentialRampToValueAtTime(to, end);
  source.connect(band).connect(volume);
  return source;
}
