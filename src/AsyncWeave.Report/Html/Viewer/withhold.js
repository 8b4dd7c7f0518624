// The plain table is for readers without scripts. For all others the parser takes it for one long comment, which costs
// next to nothing: twenty thousand rows would take seconds to become elements only to be thrown away.
document.write("<!--");
