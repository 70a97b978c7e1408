// Judge checks what a ShareLedger tool or test wrote about its log, with the checksum database's own library
// (golang.org/x/mod/sumdb) and nothing of ShareLedger's.
//
//	judge LOG
//
// LOG is a folder with
//
//	log.vkey                      the log's verifier key, one line
//	checkpoint                    its newest signed checkpoint
//	proofs/NAME.tlog-proof        an offline proof (C2SP tlog-proof), and NAME.entry, the log entry it is of
//	consistency/NAME.request      a consistency proof as a witness is asked with it (C2SP tlog-witness), and
//	                              NAME.checkpoint, the older checkpoint it starts from
//	tile/...                      optional: all tiles and entry bundles of the newest checkpoint (C2SP tlog-tiles)
//
// It ends with status 0 and one line of counts if all of it holds, else with status 1 and what does not.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: judge LOG")
		os.Exit(2)
	}
	summary, err := judge(os.Args[1])
	if err != nil {
		fmt.Fprintf(os.Stderr, "judge: %s: %v\n", os.Args[1], err)
		os.Exit(1)
	}
	fmt.Println(summary)
}

func judge(folder string) (string, error) {
	vkey, err := os.ReadFile(filepath.Join(folder, "log.vkey"))
	if err != nil {
		return "", err
	}
	key, err := note.NewVerifier(strings.TrimSuffix(string(vkey), "\n"))
	if err != nil {
		return "", err
	}
	text, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return "", err
	}
	newest, err := open(key, text)
	if err != nil {
		return "", fmt.Errorf("checkpoint: %w", err)
	}
	proofs, err := each(filepath.Join(folder, "proofs"), ".tlog-proof", func(path string) error {
		return inclusion(key, newest, path)
	})
	if err != nil {
		return "", err
	}
	consistent, err := each(filepath.Join(folder, "consistency"), ".request", func(path string) error {
		return consistency(key, path)
	})
	if err != nil {
		return "", err
	}
	if proofs == 0 && consistent == 0 {
		return "", errors.New("there is nothing to judge")
	}
	tiles, err := retile(folder, newest)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s: size %d, %d inclusion proofs, %d consistency proofs, %d tiles hold",
		newest.origin, newest.size, proofs, consistent, tiles), nil
}

// each calls check on every file of the folder with the ending and counts them; a folder that is not there has none.
func each(folder, ending string, check func(path string) error) (int, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*"+ending))
	if err != nil {
		return 0, err
	}
	for _, path := range paths {
		if err := check(strings.TrimSuffix(path, ending)); err != nil {
			return 0, fmt.Errorf("%s%s: %w", path[:len(path)-len(ending)], ending, err)
		}
	}
	return len(paths), nil
}

type checkpoint struct {
	origin string
	size   int64
	root   tlog.Hash
}

// open checks the log's signature and reads the three lines of a checkpoint.
func open(key note.Verifier, text []byte) (checkpoint, error) {
	var c checkpoint
	opened, err := note.Open(text, note.VerifierList(key))
	if err != nil {
		return c, err
	}
	lines := strings.Split(strings.TrimSuffix(opened.Text, "\n"), "\n")
	if len(lines) != 3 {
		return c, fmt.Errorf("a checkpoint with %d lines", len(lines))
	}
	if lines[0] != key.Name() {
		return c, fmt.Errorf("origin %q, key %q", lines[0], key.Name())
	}
	c.origin = lines[0]
	if c.size, err = decimal(lines[1]); err != nil {
		return c, err
	}
	c.root, err = tlog.ParseHash(lines[2])
	return c, err
}

// inclusion checks one offline proof and that its checkpoint is the newest one.
func inclusion(key note.Verifier, newest checkpoint, path string) error {
	entry, err := os.ReadFile(path + ".entry")
	if err != nil {
		return err
	}
	head, signed, err := split(path + ".tlog-proof")
	if err != nil {
		return err
	}
	if head[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("header %q", head[0])
	}
	head = head[1:]
	if len(head) > 0 && strings.HasPrefix(head[0], "extra ") {
		if _, err := base64.StdEncoding.Strict().DecodeString(head[0][len("extra "):]); err != nil {
			return err
		}
		head = head[1:]
	}
	index, hashes, err := numbered("index ", head)
	if err != nil {
		return err
	}
	c, err := open(key, signed)
	if err != nil {
		return err
	}
	if c != newest {
		return fmt.Errorf("its checkpoint of size %d is not the newest", c.size)
	}
	return tlog.CheckRecord(hashes, c.size, c.root, index, tlog.RecordHash(entry))
}

// consistency checks one request to a witness against the older checkpoint beside it.
func consistency(key note.Verifier, path string) error {
	text, err := os.ReadFile(path + ".checkpoint")
	if err != nil {
		return err
	}
	old, err := open(key, text)
	if err != nil {
		return fmt.Errorf("older checkpoint: %w", err)
	}
	head, signed, err := split(path + ".request")
	if err != nil {
		return err
	}
	size, hashes, err := numbered("old ", head)
	if err != nil {
		return err
	}
	c, err := open(key, signed)
	if err != nil {
		return err
	}
	if size != old.size {
		return fmt.Errorf("old size %d, older checkpoint %d", size, old.size)
	}
	return tlog.CheckTree(hashes, c.size, c.root, old.size, old.root)
}

// retile makes all hashes anew from the entry bundles and compares the root and every tile.
func retile(folder string, newest checkpoint) (int, error) {
	if _, err := os.Stat(filepath.Join(folder, "tile")); os.IsNotExist(err) {
		return 0, nil
	}
	var stored []tlog.Hash
	read := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			hashes[i] = stored[index]
		}
		return hashes, nil
	})
	for n := int64(0); n < newest.size; n += 256 {
		width := newest.size - n
		if width > 256 {
			width = 256
		}
		path := c2sp(tlog.Tile{H: 8, L: -1, N: n / 256, W: int(width)})
		bundle, err := os.ReadFile(filepath.Join(folder, path))
		if err != nil {
			return 0, err
		}
		for i := n; i < n+width; i++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return 0, fmt.Errorf("%s ends inside entry %d", path, i)
			}
			length := int(binary.BigEndian.Uint16(bundle))
			hashes, err := tlog.StoredHashes(i, bundle[2:2+length], read)
			if err != nil {
				return 0, err
			}
			stored = append(stored, hashes...)
			bundle = bundle[2+length:]
		}
		if len(bundle) > 0 {
			return 0, fmt.Errorf("%s goes on behind its last entry", path)
		}
	}
	root, err := tlog.TreeHash(newest.size, read)
	if err != nil {
		return 0, err
	}
	if newest.size > 0 && root != newest.root {
		return 0, fmt.Errorf("the entries have root %v, the checkpoint says %v", root, newest.root)
	}
	count := 0
	for _, tile := range tlog.NewTiles(8, 0, newest.size) {
		// The library names a partial tile of every width; a log keeps the one its checkpoint needs.
		if tile.W < 256 && int64(tile.W) != newest.size>>(8*tile.L)&255 {
			continue
		}
		count++
		want, err := tlog.ReadTileData(tile, read)
		if err != nil {
			return 0, err
		}
		got, err := os.ReadFile(filepath.Join(folder, c2sp(tile)))
		if err != nil {
			return 0, err
		}
		if !bytes.Equal(got, want) {
			return 0, fmt.Errorf("%s is not made of the entries", c2sp(tile))
		}
	}
	return count, nil
}

// c2sp is the tile's path without the height and with the name that C2SP gives to bundles.
func c2sp(tile tlog.Tile) string {
	path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
	return strings.Replace(path, "tile/data/", "tile/entries/", 1)
}

// split divides a file at its first empty line into the lines before it and the note after it.
func split(path string) ([]string, []byte, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	end := bytes.Index(text, []byte("\n\n"))
	if end < 0 {
		return nil, nil, errors.New("no empty line")
	}
	return strings.Split(string(text[:end]), "\n"), text[end+2:], nil
}

// numbered reads a line with a number and lines with a hash each.
func numbered(word string, lines []string) (int64, []tlog.Hash, error) {
	if len(lines) == 0 || !strings.HasPrefix(lines[0], word) {
		return 0, nil, fmt.Errorf("no line begins with %q", word)
	}
	number, err := decimal(lines[0][len(word):])
	if err != nil {
		return 0, nil, err
	}
	hashes := make([]tlog.Hash, len(lines)-1)
	for i, line := range lines[1:] {
		if hashes[i], err = tlog.ParseHash(line); err != nil {
			return 0, nil, err
		}
	}
	return number, hashes, nil
}

// decimal reads a number that is written in its shortest form.
func decimal(text string) (int64, error) {
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil || number < 0 || strconv.FormatInt(number, 10) != text {
		return 0, fmt.Errorf("%q is not a number in its one form", text)
	}
	return number, nil
}
