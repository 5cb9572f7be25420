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
  'client.name': () => '政府信息公开年报',
  'client.restart': () => '重新启动',
  'client.openLog': () => '查看日志',
  'client.serverGaveUp': a => `年报语言服务在三分钟内异常退出 ${a['times']} 次，已停止检查。请重新启动；仍然失败时请查看日志。`,
} as const satisfies Catalogue;
