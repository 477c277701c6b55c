"""The one stage that sees both documents and profiles: recognise, pair, stitch, build, audit."""
