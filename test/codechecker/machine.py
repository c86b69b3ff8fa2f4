"""A machine to scan on, as a process: machine.py ADDRESS:PORT NAME KEY HOME

An SSH server (asyncssh) on loopback that lets in the owner of KEY, a public key's file,
and runs what he asks for in the folder HOME, with NAME as the machine's.
Prints `ready` when it can be reached, and runs until it is told to end."""

import asyncio
import os
import sys

import asyncssh


async def main(place, name, key, home):
    address, port = place.split(":")
    # What a login has.
    environment = dict(os.environ, HOME=home, SHELL="/bin/sh", HOSTNAME=name)

    async def handle(process):
        running = await asyncio.create_subprocess_shell(
            process.command or "cat", cwd=home, env=environment,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE)
        await process.redirect(stdin=running.stdin, stdout=running.stdout,
                               stderr=running.stderr)
        code = await running.wait()
        await process.stdout.drain()
        process.exit(code)

    await asyncssh.listen(
        address, int(port), server_host_keys=[asyncssh.generate_private_key("ssh-ed25519")],
        authorized_client_keys=key, process_factory=handle, encoding=None)
    print("ready", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
