/** What the bundling of the inline entry puts in place of files, see xtask/bundle.mjs. */

declare module '*?gzip' {
  const base64: string;
  export default base64;
}

declare module '*?bundle' {
  const script: string;
  export default script;
}

declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '*.wasm?module' {
  const module: WebAssembly.Module;
  export default module;
}
