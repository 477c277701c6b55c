// PDF by pdfmake: a definition that is data, and what of it must be a function.
"use strict";

const pdfmake = require("pdfmake");

const GREY = "#444444";

// The rules between cells, by the names of style.py.
function layout(job) {
  const rows = (draw) => ({ hLineWidth: draw, vLineWidth: () => 0 });
  const dashed = (dash) => ({ hLineStyle: () => ({ dash }), vLineStyle: () => ({ dash }) });
  const edge = (n, last) => (n === 0 || n === last ? 0.75 : 0);
  const looks = {
    solid: { hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
    double: { hLineWidth: () => 1.5, vLineWidth: () => 1.5, hLineColor: () => GREY },
    dotted: { hLineWidth: () => 0.75, vLineWidth: () => 0.75, ...dashed({ length: 1, space: 2 }) },
    dashed: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, ...dashed({ length: 3, space: 2 }) },
    horizontal: rows(() => 0.5),
    shaded: { ...rows(() => 2), hLineColor: () => "#ffffff" },
    frame: {
      hLineWidth: (n, node) => edge(n, node.table.body.length),
      vLineWidth: (n, node) => edge(n, node.table.widths.length),
    },
    booktabs: rows((n, node) =>
      n === 0 || n === node.table.body.length ? 1 : n === node.table.headerRows ? 0.5 : 0,
    ),
    none: rows(() => 0),
  };
  const padding = () => job.padding;
  return {
    ...looks[job.rules],
    paddingLeft: padding,
    paddingRight: padding,
    paddingTop: padding,
    paddingBottom: padding,
  };
}

function running(text, distance) {
  return (page, pages) => ({
    text: text.replace("111", page).replace("999", pages),
    alignment: "center",
    fontSize: 8,
    margin: [0, distance, 0, 0],
  });
}

exports.printed = async (job) => {
  pdfmake.setFonts(job.fonts);
  pdfmake.setTableLayouts({ house: layout(job) });
  const definition = { ...job.definition };
  const margin = definition.pageMargins[0];
  if (job.header) definition.header = running(job.header, margin / 2 - 8);
  if (job.footer) definition.footer = running(job.footer, margin / 2 - 4);
  return pdfmake.createPdf(definition).getBuffer();
};
