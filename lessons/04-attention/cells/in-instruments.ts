if (inInstruments) runInDemos(opened); // until the box is unticked
inInstruments ? "the instruments run the cell's forward pass" : "the instruments run the shipped one";
