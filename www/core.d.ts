/** The address of the wasm file, or the module made of it, as the bundler or runtime has it; `createEngine({ wasm })` takes either. */
declare const wasm: string | WebAssembly.Module;
export default wasm;
