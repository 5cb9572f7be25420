import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/protocol/**/*.test.ts', 'test/drafts/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 20_000,
    maxWorkers: 2,
    // Files share what they import: loading the checker anew for each takes a sixth of the time.
    isolate: false,
    // Its ESM files name each other without endings, which Node itself does not find.
    server: { deps: { inline: ['jsonc-parser'] } },
    // A test file that a crash cuts short must not pass for an empty one.
    passWithNoTests: false,
  },
});
