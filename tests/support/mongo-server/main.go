// A server that speaks MongoDB's protocol, for machines that have none: FerretDB on its embedded SQLite, behind a
// gate that makes each command atomic. Usage: mongo-server FOLDER. Prints its address; ends with its standard input.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/url"
	"os"
	"runtime/debug"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	// It makes much garbage: each command reads whole collections.
	debug.SetGCPercent(800)
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: "127.0.0.1:0"},
		Handler:   "sqlite",
		// What a test wrote need not outlive the machine.
		SQLiteURL: "file:" + os.Args[1] + "/?_pragma=synchronous(off)",
	})
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	go openGate(server)
	if err := server.Run(ctx); err != nil {
		log.Fatal(err)
	}
}

func openGate(server *ferretdb.FerretDB) {
	// MongoDBURI waits until the server has its port.
	behind, err := url.Parse(server.MongoDBURI())
	if err != nil {
		log.Fatal(err)
	}
	front, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("mongodb://%s/\n", front.Addr())
	letThroughOneByOne(front, behind.Host)
}
