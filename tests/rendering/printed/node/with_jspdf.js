// PDF by jsPDF: text by hand, tables by autotable, whose cells have one font each.
"use strict";

const fs = require("node:fs");
const { jsPDF } = require("jspdf");
const { autoTable } = require("jspdf-autotable");

const STYLES = ["normal", "bold", "italic", "bolditalic"];

function embed(doc, families) {
  for (const [family, files] of Object.entries(families)) {
    files.forEach((file, n) => {
      const name = `${family}-${STYLES[n]}.ttf`.replace(/ /g, "");
      doc.addFileToVFS(name, fs.readFileSync(file).toString("base64"));
      doc.addFont(name, family, STYLES[n]);
    });
  }
}

class Press {
  constructor(job) {
    this.job = job;
    this.doc = new jsPDF({ unit: "pt", format: [job.width, job.height], orientation: job.orientation });
    this.doc.setProperties({ title: job.title });
    embed(this.doc, job.embedded);
    this.y = job.margin;
    this.bare = new Set();
    this.places = {};
  }

  get page() {
    return this.doc.getCurrentPageInfo().pageNumber;
  }

  nextPage() {
    this.doc.addPage([this.job.width, this.job.height], this.job.orientation);
    this.y = this.job.margin;
  }

  text(text, size, after) {
    const { doc, job } = this;
    doc.setFont(job.headingFont, "bold").setFontSize(size);
    for (const line of doc.splitTextToSize(text, job.width - 2 * job.margin)) {
      this.y += size * 1.2;
      doc.text(line, job.margin, this.y);
    }
    this.y += after;
  }

  heading(part) {
    if (this.y + 8 * this.job.size > this.job.height - this.job.margin) this.nextPage();
    this.y += 10;
    this.places[part.heading] = this.page;
    this.text(part.heading, this.job.size * (part.level === 1 ? 1.25 : 1.1), 6);
  }

  table(part) {
    const { doc, job } = this;
    autoTable(doc, {
      startY: this.y,
      margin: job.margin,
      theme: job.theme,
      head: part.head,
      body: part.body,
      showHead: "everyPage",
      rowPageBreak: job.rowPageBreak,
      styles: job.styles,
      headStyles: job.headStyles,
      alternateRowStyles: job.alternateRowStyles,
      columnStyles: job.columnStyles,
      tableLineWidth: job.tableLineWidth,
      tableLineColor: 0,
      didDrawCell: ({ cell }) => {
        const at = cell.raw && cell.raw.heading;
        if (at && !(at in this.places)) this.places[at] = this.page;
      },
    });
    this.y = doc.lastAutoTable.finalY + 10;
  }

  contents(entries, page) {
    const { doc, job } = this;
    doc.setPage(page);
    doc.setFont(job.headingFont, "bold").setFontSize(job.size * 1.25);
    doc.text("Inhoud", job.margin, job.margin + job.size);
    doc.setFont(job.font, "normal").setFontSize(job.size);
    entries.forEach(([level, text], n) => {
      const y = job.margin + job.size * (3 + n * 1.6);
      const number = String(this.places[text] || 1);
      const left = job.margin + 12 * (level - 1);
      const room = job.width - job.margin - left - doc.getTextWidth(`${text}  ${number}`);
      const dots = ".".repeat(Math.max(3, Math.floor(room / doc.getTextWidth("."))));
      doc.text(`${text} ${dots}`, left, y);
      doc.text(number, job.width - job.margin, y, { align: "right" });
    });
  }

  running() {
    const { doc, job } = this;
    const pages = doc.getNumberOfPages();
    doc.setFont(job.font, "normal").setFontSize(8);
    for (let page = 1; page <= pages; page += 1) {
      if (this.bare.has(page)) continue;
      doc.setPage(page);
      const shown = (text) => text.replace("111", page).replace("999", pages);
      const middle = { align: "center" };
      if (job.header) doc.text(shown(job.header), job.width / 2, job.margin / 2, middle);
      if (job.footer) {
        doc.text(shown(job.footer), job.width / 2, job.height - job.margin / 2, middle);
      }
    }
  }
}

exports.printed = async (job) => {
  const press = new Press(job);
  if (job.cover) {
    press.y += 160;
    press.text(job.title, 22, 0);
    press.bare.add(1);
    press.nextPage();
  }
  const contentsPage = press.page;
  if (job.contents.length) press.nextPage();
  if (job.opens) press.text(job.title, job.size * 1.5, 12);
  for (const part of job.parts) {
    if (part.heading) press.heading(part);
    else press.table(part);
  }
  if (job.contents.length) press.contents(job.contents, contentsPage);
  press.running();
  return Buffer.from(press.doc.output("arraybuffer"));
};
