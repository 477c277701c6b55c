// Word files by html-to-docx, of pages of HTML.
"use strict";

const htmlToDocx = require("html-to-docx");

exports.printed = async (job) => htmlToDocx(job.page, null, { title: job.title });
