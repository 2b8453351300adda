/** The pages of an import: a file that is too big is told before it is sent, and the bar of a running import moves. */
import "./plain.js";

const EVERY = 1000;
const MEGABYTE = 1024 * 1024;
const number = new Intl.NumberFormat("en");

const form = document.querySelector("form[data-most]");
if (form) watchFile(form);
const bar = document.querySelector("[data-progress]");
if (bar) follow(bar);

function watchFile(place) {
  const upload = place.querySelector("input[type=file]");
  const trouble = document.getElementById("import-trouble");
  const most = Number(place.dataset.most);
  const check = () => {
    const file = upload.files[0];
    const tooBig = Boolean(file) && file.size > most;
    trouble.hidden = !tooBig;
    trouble.textContent = tooBig
      ? `${file.name} has ${Math.ceil(file.size / MEGABYTE)} MB, the limit is ${Math.floor(most / MEGABYTE)} MB.` : "";
    return !tooBig;
  };
  upload.addEventListener("change", check);
  // On the form itself, so before plain.js, which listens on the document.
  place.addEventListener("submit", (event) => {
    if (!check()) event.preventDefault();
  });
}

function follow(place) {
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.progress, {credentials: "same-origin", cache: "no-store"});
      if (answer.status === 404) return location.reload();
      if (!answer.ok) throw new Error(String(answer.status));
      const {status, step, done, total} = await answer.json();
      const atWork = status === "queued" || status === "running";
      if (!atWork || step !== place.dataset.step) return location.reload();
      show(done, total);
    } catch (error) {
      place.querySelector("[data-quiet]").hidden = false;
    }
    setTimeout(ask, EVERY);
  };
  const show = (done, total) => {
    place.querySelector("[data-quiet]").hidden = true;
    if (place.dataset.step === "look") return;
    place.querySelector("progress").max = total || 1;
    place.querySelector("progress").value = done;
    place.querySelector("[data-done]").textContent = number.format(done);
    place.querySelector("[data-total]").textContent = number.format(total);
  };
  setTimeout(ask, EVERY);
}
