"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// test/vscode/journeys.ts
var vscode = __toESM(require("vscode"));
suite("trivial", () => {
  test("opens", async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    console.log(folder?.uri.toString());
    const found = await vscode.workspace.findFiles("**/*.md");
    console.log(found.map(String).join(" "));
  });
});
//# sourceMappingURL=data:application/json;base64,ewogICJ2ZXJzaW9uIjogMywKICAic291cmNlcyI6IFsiLi4vam91cm5leXMudHMiXSwKICAic291cmNlc0NvbnRlbnQiOiBbImltcG9ydCAqIGFzIHZzY29kZSBmcm9tICd2c2NvZGUnO1xuc3VpdGUoJ3RyaXZpYWwnLCAoKSA9PiB7XG4gIHRlc3QoJ29wZW5zJywgYXN5bmMgKCkgPT4ge1xuICAgIGNvbnN0IFtmb2xkZXJdID0gdnNjb2RlLndvcmtzcGFjZS53b3Jrc3BhY2VGb2xkZXJzID8/IFtdO1xuICAgIGNvbnNvbGUubG9nKGZvbGRlcj8udXJpLnRvU3RyaW5nKCkpO1xuICAgIGNvbnN0IGZvdW5kID0gYXdhaXQgdnNjb2RlLndvcmtzcGFjZS5maW5kRmlsZXMoJyoqLyoubWQnKTtcbiAgICBjb25zb2xlLmxvZyhmb3VuZC5tYXAoU3RyaW5nKS5qb2luKCcgJykpO1xuICB9KTtcbn0pO1xuIl0sCiAgIm1hcHBpbmdzIjogIjs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7OztBQUFBLGFBQXdCO0FBQ3hCLE1BQU0sV0FBVyxNQUFNO0FBQ3JCLE9BQUssU0FBUyxZQUFZO0FBQ3hCLFVBQU0sQ0FBQyxNQUFNLElBQVcsaUJBQVUsb0JBQW9CLENBQUM7QUFDdkQsWUFBUSxJQUFJLFFBQVEsSUFBSSxTQUFTLENBQUM7QUFDbEMsVUFBTSxRQUFRLE1BQWEsaUJBQVUsVUFBVSxTQUFTO0FBQ3hELFlBQVEsSUFBSSxNQUFNLElBQUksTUFBTSxFQUFFLEtBQUssR0FBRyxDQUFDO0FBQUEsRUFDekMsQ0FBQztBQUNILENBQUM7IiwKICAibmFtZXMiOiBbXQp9Cg==
