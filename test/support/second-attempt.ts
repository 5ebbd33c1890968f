/** Tests that talk to processes, databases and browsers; what is pure must hold the first time. */
const borders = /[\\/]test[\\/](?:service|addin|bot|infra)[\\/]/;
const again: string[] = [];

/**
 * In CI, where other work may take the machine away for seconds, a test at a border that fails is tried once more, and named at the end. Whoever runs the
 * tests at home sees each failure.
 */
export const mochaHooks: Mocha.RootHookObject = process.env['CI']
  ? {
      beforeAll(this: Mocha.Context) {
        const root = this.test!.parent!;
        root.eachTest(test => {
          if (borders.test(test.file ?? '') && test.retries() < 1) test.retries(1);
        });
      },
      afterEach(this: Mocha.Context) {
        const test = this.currentTest as (Mocha.Test & { currentRetry(): number }) | undefined;
        if (test?.state === 'passed' && test.currentRetry() > 0) again.push(test.fullTitle());
      },
      afterAll() {
        if (again.length > 0) console.log(`Passed at a second attempt only: ${again.join(' · ')}`);
      }
    }
  : {};
