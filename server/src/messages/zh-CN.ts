import type { Catalogue } from './message.ts';

/** 中文文本。检查结果依次说：是什么（两个数字）、依据、怎么办。 */
export const zhCN = {
  // ── 检查规则 ──

  // ── 关联位置 ──

  // ── 快速修复 ──

  // ── 悬停 ──

  // ── 补全 ──

  // ── 大纲 ──

  // ── 语言服务器 ──

  // ── 命令行 ──

  // ── 扩展客户端 ──
} as const satisfies Catalogue;
