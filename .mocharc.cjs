const [major, minor] = process.versions.node.split('.').map(Number);
const stripsTypes = major > 22 || (major === 22 && minor >= 18);
module.exports = {
  timeout: 60000,
  ...(stripsTypes ? {} : { 'node-option': ['import=tsx'] })
};
