import type { ClientCapabilities } from 'vscode-languageserver';

export const CAPABILITIES: ClientCapabilities;
