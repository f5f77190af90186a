"""The engine in wasmtime: texts as a JSON list on standard input, one digest a line out.

`python3 tests/wasmtime/digests.py WASM`. The wasm asks its host for what JavaScript is; where options are null, all it asks is
whether they are, for the text, and for the decimals of doubles, which Python writes as short as JavaScript does.
"""

import json
import struct
import sys

from wasmtime import Config, Engine, Func, Instance, Module, Store

config = Config()
config.wasm_reference_types = True
engine = Engine(config)
store = Store(engine)
module = Module.from_file(engine, sys.argv[1])

exports = {}


def written(data):
    """Where the wasm's memory holds `data`, and how long it is."""
    place = exports["__wbindgen_malloc"](store, len(data), 1)
    exports["memory"].write(store, data, place)
    return place, len(data)


def string_get(pair, value):
    exports["memory"].write(store, struct.pack("<II", *written(value.encode())), pair)


def cast(value, *length):
    """A double as JavaScript's number; a text would be that of an error."""
    if length:
        raise RuntimeError("a text is made")
    return value


HOST = {
    "__wbindgen_generic": cast,
    "__wbg_toString": lambda number, _: repr(number),
    "__wbindgen_init_externref_table": lambda: None,
    "__wbg___wbindgen_string_get": string_get,
    "__wbg___wbindgen_is_undefined": lambda value: int(value is None),
    "__wbg___wbindgen_is_null": lambda value: int(value is None),
}


def refused(name):
    """Whatever else is asked for would be a difference between hosts."""

    def refuse(*_):
        raise RuntimeError(f"{name} is asked for")

    return refuse


def imported(wanted):
    name = wanted.name if wanted.name in HOST else wanted.name.rpartition("_")[0]
    return Func(store, wanted.type, HOST.get(name, refused(wanted.name)))


instance = Instance(store, module, [imported(wanted) for wanted in module.imports])
exports.update({name: instance.exports(store)[name] for name in ("memory", "digest", "__wbindgen_malloc", "__wbindgen_free", "__wbindgen_start")})
exports["__wbindgen_start"](store)
for text in json.load(sys.stdin):
    place, length, _, failed = exports["digest"](store, text, None)
    if failed:
        sys.exit("a digest failed")
    print(exports["memory"].read(store, place, place + length).decode())
    exports["__wbindgen_free"](store, place, length, 1)
