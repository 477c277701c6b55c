// Makes files of what other modules composed: node print.js JOBS.json FOLDER
// A job names its maker; what it makes is written as FOLDER/<number>.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

async function main() {
  const [file, folder] = process.argv.slice(2);
  const jobs = JSON.parse(fs.readFileSync(file, "utf-8"));
  for (const [number, job] of jobs.entries()) {
    const bytes = await require(`./${job.maker}.js`).printed(job);
    fs.writeFileSync(path.join(folder, String(number)), bytes);
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
