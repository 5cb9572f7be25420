// What the library expects of the place where it runs and older Node.js has not. It must be loaded before the library.

Object.assign(Promise, {
  withResolvers:
    (Promise as { withResolvers?: unknown }).withResolvers ??
    (() => {
      const own: { resolve?: unknown; reject?: unknown } = {};
      const promise = new Promise((resolve, reject) => Object.assign(own, { resolve, reject }));
      return { promise, ...own };
    }),
});

Object.assign(ArrayBuffer.prototype, {
  transferToFixedLength:
    (ArrayBuffer.prototype as { transferToFixedLength?: unknown }).transferToFixedLength ??
    function (this: ArrayBuffer, length = this.byteLength) {
      return this.slice(0, length);
    },
});

/** Nothing is shown, so that no font is loaded; without this the library draws every glyph as a path. */
class FontNotShown {
  readonly loaded = Promise.resolve(this);
}
Object.assign(globalThis, { FontFace: FontNotShown });
