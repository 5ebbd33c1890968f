const [major, minor] = process.versions.node.split('.').map(Number);
const stripsTypes = major > 22 || (major === 22 && minor >= 18);
module.exports = {
  timeout: 60000,
  require: ['./test/support/second-attempt.ts'],
  ...(stripsTypes ? {} : { 'node-option': ['import=tsx'] })
};
