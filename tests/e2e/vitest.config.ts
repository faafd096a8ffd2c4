/** The stories, in a real browser against the real server: one file at a time, so that they do not slow each other down. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Ends the browsers of a test that was broken off.
    teardownTimeout: 20_000,
  },
});
