import type { Catalogue } from './message.ts';

/** English wording; the same ids as zh-CN.ts. */
export const en = {
  // ── rules ──

  // ── related places ──

  // ── quick fixes ──

  // ── hover ──

  // ── completion ──

  // ── outline ──

  // ── language server ──

  // ── command line ──

  // ── extension client ──
} as const satisfies Catalogue;
