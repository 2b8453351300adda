"""A Redis server of the tests' own, which keeps nothing on disk."""
from .process import Process, free_port, port_is_open, wait_until


class Redis:
    def __init__(self, folder):
        self.folder, self.port, self.process = str(folder), free_port(), None
        self.url = "redis://127.0.0.1:%d/0" % self.port

    def start(self):
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "",
                   "--appendonly", "no",
                   "--dir", self.folder]
        self.process = Process(command, self.folder + "/redis.log")
        wait_until(lambda: port_is_open(self.port), 30, self.process.log, self.process.alive)
        return self

    def stop(self):
        self.process.stop()

    def kill(self):
        """End at once, as a power cut would; `start` comes back empty on the same port."""
        self.process.kill()

    def restart(self):
        """Come back empty on the same port."""
        self.stop()
        return self.start()
