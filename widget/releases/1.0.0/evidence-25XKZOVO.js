import"./chunk-MG6Z6GIN.js";import"./aduan.js";
