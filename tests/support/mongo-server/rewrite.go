package main

import (
	"bytes"
	"encoding/binary"
	"slices"

	"go.mongodb.org/mongo-driver/bson"
)

const (
	headLength = 16
	opMsg      = 2013
	// The head is followed by four bytes of flags.
	sectionsAt = headLength + 4
	// A section is one document, or a list of them behind its length and name.
	oneDocument = 0
	nestedArray = "array inside an array"
)

// What MongoDB knows and FerretDB does not is rewritten here, so that the service asks as it asks MongoDB. Filters of
// indexes are left out: in SQLite, fields that are absent never collide. An array inside an array becomes a document.
func forFerret(document bson.D) bson.D {
	return wrapArrays(document, false).(bson.D)
}

func fromFerret(document bson.D) bson.D {
	return unwrapArrays(document).(bson.D)
}

// Returns the message as it came if it is none that we understand.
func rewrite(message []byte, change func(bson.D) bson.D) []byte {
	if len(message) <= sectionsAt || binary.LittleEndian.Uint32(message[12:]) != opMsg {
		return message
	}
	changed := bytes.NewBuffer(slices.Clone(message[:sectionsAt]))
	for rest := message[sectionsAt:]; len(rest) > 0; {
		section, isKnown := takeSection(rest)
		if !isKnown {
			return message
		}
		rest = rest[section.length:]
		var documents []byte
		for _, document := range section.documents {
			written, err := bson.Marshal(change(document))
			if err != nil {
				return message
			}
			documents = append(documents, written...)
		}
		section.write(changed, documents)
	}
	whole := changed.Bytes()
	binary.LittleEndian.PutUint32(whole, uint32(len(whole)))
	return whole
}

type section struct {
	kind      byte
	name      []byte
	documents []bson.D
	length    int
}

func takeSection(rest []byte) (section, bool) {
	taken := section{kind: rest[0]}
	at, end := 1, len(rest)
	if taken.kind != oneDocument {
		if len(rest) < 5 {
			return taken, false
		}
		end = 1 + int(binary.LittleEndian.Uint32(rest[1:]))
		nameEnd := bytes.IndexByte(rest[5:], 0)
		if nameEnd < 0 || end > len(rest) {
			return taken, false
		}
		at = 5 + nameEnd + 1
		taken.name = rest[5:at]
	}
	for at < end {
		if end-at < 5 {
			return taken, false
		}
		next := at + int(binary.LittleEndian.Uint32(rest[at:]))
		var document bson.D
		if next > end || bson.Unmarshal(rest[at:next], &document) != nil {
			return taken, false
		}
		taken.documents = append(taken.documents, document)
		at = next
		if taken.kind == oneDocument {
			break
		}
	}
	taken.length = at
	return taken, true
}

func (s section) write(to *bytes.Buffer, documents []byte) {
	to.WriteByte(s.kind)
	if s.kind != oneDocument {
		var length [4]byte
		binary.LittleEndian.PutUint32(length[:], uint32(len(length)+len(s.name)+len(documents)))
		to.Write(length[:])
		to.Write(s.name)
	}
	to.Write(documents)
}

func wrapArrays(value any, isInArray bool) any {
	switch value := value.(type) {
	case bson.D:
		kept := bson.D{}
		for _, field := range value {
			if field.Key != "partialFilterExpression" {
				kept = append(kept, bson.E{Key: field.Key, Value: wrapArrays(field.Value, false)})
			}
		}
		return kept
	case bson.A:
		wrapped := bson.A{}
		for _, item := range value {
			wrapped = append(wrapped, wrapArrays(item, true))
		}
		if isInArray {
			return bson.D{{Key: nestedArray, Value: wrapped}}
		}
		return wrapped
	}
	return value
}

func unwrapArrays(value any) any {
	switch value := value.(type) {
	case bson.D:
		if len(value) == 1 && value[0].Key == nestedArray {
			return unwrapArrays(value[0].Value)
		}
		unwrapped := bson.D{}
		for _, field := range value {
			unwrapped = append(unwrapped, bson.E{Key: field.Key, Value: unwrapArrays(field.Value)})
		}
		return unwrapped
	case bson.A:
		unwrapped := bson.A{}
		for _, item := range value {
			unwrapped = append(unwrapped, unwrapArrays(item))
		}
		return unwrapped
	}
	return value
}
