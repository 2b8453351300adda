"""Makes one script and one style sheet of each page out of the plain modules and sheets, with esbuild.

What a page needs is named in one place: every file of `js/pages/` and `css/pages/` is an entry, and is
bundled with all that it imports. A module that is imported by `import()` only becomes a file of its own.
"""
from __future__ import unicode_literals

import glob
import io
import os
import shutil
import subprocess

from django.conf import settings

from common.storage.private_files import make_folder

SOURCES = ("css/", "img/", "js/", "lit/")
SCRIPTS, STYLES, BOOT = "js/pages/", "css/pages/", "js/boot.js"
# The oldest browsers that can play, as boot.js checks them.
TARGET = "--target=chrome108,firefox121,safari15.4"


def esbuild():
    """Return the path of esbuild's program, which needs no node;
    None where npm brought none for this machine.
    """
    pattern = os.path.join(settings.BASE_DIR, "node_modules", "@esbuild", "*", "bin", "esbuild")
    return next((path for path in sorted(glob.glob(pattern)) if os.access(path, os.X_OK)), None)


def bundle(paths, folder):
    """Write the bundles into the folder and return their names, like ["js/pages/room.js",
    "js/pages/room.js.map", ...].

    `paths`: {name: (storage, path)} of the plain files, as `collectstatic` gives them. A bundle has the name
    of its entry.
    Raises CalledProcessError where esbuild refuses a file, and OSError where it does not run.
    """
    plain, out = os.path.join(folder, "plain"), os.path.join(folder, "out")
    names = sorted(name.replace(os.sep, "/") for name in paths)
    for name in names:
        if name.startswith(SOURCES):
            storage, path = paths[name]
            make_folder(os.path.dirname(os.path.join(plain, name)))
            shutil.copyfile(storage.path(path), os.path.join(plain, name))
    for name in names:
        if name.startswith(SCRIPTS) and name.endswith(".js"):
            # One by one: together they would share so many small files that a page needs a dozen requests.
            _run(plain, name, "--bundle", "--splitting", "--format=esm", TARGET, "--sourcemap",
                 "--chunk-names=parts/[name]-[hash]",
                 "--outdir=" + os.path.join(out, SCRIPTS))
    sheets = [name for name in names if name.startswith(STYLES) and name.endswith(".css")]
    if sheets:
        _run(plain, *sheets + ["--bundle", "--loader:.svg=dataurl", TARGET,
                               "--outdir=" + os.path.join(out, STYLES)])
    if BOOT in names:
        _run(plain, BOOT, "--target=es5", "--outfile=" + os.path.join(out, BOOT))
    return sorted(os.path.relpath(os.path.join(place, name), out) for place, _, files in os.walk(out)
                  for name in files)


def _run(folder, *arguments):
    with io.open(os.devnull) as nothing:
        subprocess.check_call([esbuild(), "--minify", "--charset=utf8", "--log-level=warning"]
                              + list(arguments), cwd=folder, stdin=nothing)
