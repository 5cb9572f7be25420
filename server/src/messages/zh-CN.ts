import type { Catalogue } from './message.ts';

/** 中文文本。检查结果依次说：是什么（两个数字）、依据、怎么办。 */
export const zhCN = {
  // ── 检查规则 ──

  // ── 关联位置 ──

  // ── 快速修复 ──
  'fix.all': () => '改正年度报告中可以自动改正的各项',
  'fix.silence': a => `忽略此项（写明理由）：${a['rule']}`,
  'fix.silenceReason': () => '请写明理由',

  // ── 悬停 ──

  // ── 补全 ──
  'completion.missingSection': () => '尚缺的部分',
  'completion.presentSection': () => '草稿中已有',
  'completion.guidance': a => `${a['guidance']}依据：${a['basis']}。`,
  'completion.missingTable': () => '标准表格，草稿中尚缺',
  'completion.presentTable': () => '标准表格，草稿中已有',
  'completion.layout.pipe': () => '竖线表格',
  'completion.layout.html': () => 'HTML 表格',
  'completion.layout.tabbed': () => '制表符分隔',
  'completion.skeleton': a => `${a['year']}年政府信息公开工作年度报告（全文框架）`,
  'completion.allSections': () => '年度报告全部章节（含标准表格）',
  'completion.publicBody': () => '××单位',

  // ── 大纲 ──
  'outline.untitled': () => '（无标题）',
  'outline.officialTable': a => `表：${a['title']}`,
  'outline.otherTable': a => a['start'] === '' ? '表格' : `表格：${a['start']}`,

  // ── 语言服务器 ──
  'server.handlerFailed': a => `处理 ${a['where']} 时出错：${a['error']}`,
  'server.ruleFailed': a => `规则 ${a['rule']} 运行出错，其余规则照常检查：${a['error']}`,
  'server.configuration.setting': a => `${a['where']} 中的设置“${a['path']}”不能识别（${a['value']}），按默认值处理。`,
  'server.configuration.syntax': a => `${a['where']} 不是有效的 JSON，其中的设置未采用：${a['error']}`,
  'server.configuration.unavailable': a => `未能取得 ${a['where']} 的设置，按默认值处理：${a['error']}`,

  // ── 命令行 ──

  // ── 扩展客户端 ──
  'client.name': () => '政府信息公开年报',
  'client.restart': () => '重新启动',
  'client.openLog': () => '查看日志',
  'client.serverGaveUp': a => `年报语言服务在三分钟内异常退出 ${a['times']} 次，已停止检查。请重新启动；仍然失败时请查看日志。`,
  'client.noEditor': () => '请先打开一份草稿。',
  'client.looksLikeReport': a => `“${a['name']}”看起来是政府信息公开工作年度报告。要按年度报告处理吗（大纲、检查、标准表格）？`,
  'client.treatAsReport': () => '按年度报告处理',
  'client.treatAlways': () => '以后都按年度报告处理',
  'client.leaveAlone': () => '不处理',
  'client.noSkeleton': () => '语言服务没有给出全文框架，请查看日志或重新启动语言服务。',
  'client.edition.title': () => '格式版本',
  'client.edition.which': () => '按哪一版格式检查',
  'client.edition.where': () => '用于哪里',
  'client.edition.inForce': () => '当前设置',
  'client.edition.auto': () => '自动（按报告年度）',
  'client.edition.2021': () => '2021年格式（2021年度起）',
  'client.edition.2019': () => '2019年格式（2019、2020年度）',
  'client.edition.2007': () => '2007年《条例》（2018年度及以前）',
  'client.edition.for.draft': () => '仅本草稿',
  'client.edition.for.draft.detail': () => '在草稿开头写入一行注释；选“自动”则删去该注释。',
  'client.edition.for.folder': () => '本文件夹',
  'client.edition.for.folder.detail': () => '写入文件夹设置 annualReport.format.edition。',
  'client.edition.for.workspace': () => '本工作区',
  'client.edition.for.workspace.detail': () => '写入工作区设置 annualReport.format.edition。',
  'client.edition.for.user': () => '所有草稿',
  'client.edition.for.user.detail': () => '写入用户设置 annualReport.format.edition。',
  'client.rule.title': () => '规则说明',
  'client.rule.which': () => '选择规则；本草稿涉及的排在前面',
  'client.rule.found': () => '本草稿有此问题',
  'client.rule.none': () => '没有找到规则说明。',
  'client.encoding.wrong': () => '草稿中有无法识别的字符（�），可能是打开时用错了编码。',
  'client.encoding.reopen': () => '以 GB18030 重新打开',
  'client.encoding.notSaved': () => '草稿尚未保存为文件，不能换编码重新打开。',
  'client.encoding.unsavedChanges': () => '草稿有未保存的修改。请先撤销修改再换编码重新打开；不要保存，否则认不出的字会真正丢失。',
  'client.encoding.lost': () => '文件本身是 UTF-8，其中的“�”是以前保存时已丢失的字符，换编码无法恢复，请对照原稿补上。',
  'client.status.formatName': () => '年报格式与年度',
  'client.status.findingsName': () => '年报检查',
  'client.status.changeEdition': () => '更改',
  'client.status.showProblems': () => '查看问题',
  'client.status.noEdition': () => '格式未定',
  'client.status.noYear': () => '未找到报告年度',
  'client.status.year': a => `${a['year']}年度报告`,
  'client.status.starting': () => '正在启动检查',
  'client.status.noResult': () => '未检查',
  'client.status.clean': () => '没有发现问题',
  'client.status.counts': a => `错误 ${a['errors']}，警告 ${a['warnings']}，其他 ${a['others']}`,
  'client.status.earlierVersion': () => '修改前的结果',
  'client.status.failedRules': a => `有规则运行失败：${a['rules']}`,
  'client.status.serverDown': () => '语言服务未运行，草稿没有检查',
} as const satisfies Catalogue;
