declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** The part of the library that reads the file; it runs beside the part that is asked. */
  export const WorkerMessageHandler: unknown;
}

declare module '*.bcmap' {
  const bytes: Uint8Array;
  export { bytes as default };
}
