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
  'client.name': () => 'Annual Report',
  'client.restart': () => 'Restart',
  'client.openLog': () => 'Open Log',
  'client.serverGaveUp': a => `The annual report language server stopped ${a['times']} times within three minutes and checking is off. Restart it; if it fails again, see the log.`,
} as const satisfies Catalogue;
