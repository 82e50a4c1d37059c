import"./chunk-KYICQ32G.js";import"./aduan.js";
