"""Import a manual: documents of many formats become a checked record, and no word is lost on the way.

The way of a document: `readers` make blocks of it, `facts` takes out what is said about the text, `mapping`
guesses what it is and lets a person correct that, `build` makes records, `fidelity` accounts for each word.
"""
