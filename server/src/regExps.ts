import { setFlagsFromString } from 'node:v8';

// V8 compiles a regular expression for its interpreter when it is first used and to machine code when it is used again. Those of
// the rules are all used again at once, and compiling hundreds of them twice is a sixth of the time that the first check of an
// ordinary report takes. A regular expression keeps what held when its module was loaded: whoever imports this file does so
// behind the libraries and before everything of ours.
const USES_BEFORE_MACHINE_CODE = '--regexp-tier-up-ticks=';
setFlagsFromString(`${USES_BEFORE_MACHINE_CODE}0`);

/** To be called when all modules are loaded: V8 takes no code from its caches, Node's own included, under other flags. */
export function endOfModules(): void {
  setFlagsFromString(`${USES_BEFORE_MACHINE_CODE}1`);
}
