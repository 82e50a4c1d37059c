package main

import (
	"encoding/binary"
	"io"
	"net"
	"sync"
)

const longestMessage = 48_000_000

// FerretDB reads and then writes, so that two updates at once can both succeed. When commands pass one by one, each
// is as atomic as MongoDB's.
func letThroughOneByOne(front net.Listener, behind string) {
	var gate sync.Mutex
	for {
		client, err := front.Accept()
		if err != nil {
			return
		}
		go passOn(client, behind, &gate)
	}
}

func passOn(client net.Conn, behind string, gate *sync.Mutex) {
	defer client.Close()
	server, err := net.Dial("tcp", behind)
	if err != nil {
		return
	}
	defer server.Close()
	for {
		command, err := readMessage(client)
		if err != nil {
			return
		}
		reply, err := exchange(server, rewrite(command, forFerret), gate)
		if err != nil {
			return
		}
		if _, err := client.Write(rewrite(reply, fromFerret)); err != nil {
			return
		}
	}
}

func exchange(server net.Conn, command []byte, gate *sync.Mutex) ([]byte, error) {
	gate.Lock()
	defer gate.Unlock()
	if _, err := server.Write(command); err != nil {
		return nil, err
	}
	return readMessage(server)
}

// A message of the protocol begins with its length: four bytes, little-endian, themselves included.
func readMessage(from io.Reader) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(from, head[:]); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(head[:])
	if length < headLength || length > longestMessage {
		return nil, io.ErrUnexpectedEOF
	}
	message := make([]byte, length)
	copy(message, head[:])
	_, err := io.ReadFull(from, message[4:])
	return message, err
}
