"""An SMTP server for the tests, on aiosmtpd: prints its port, then each letter that it takes as a line of JSON.

Its one argument is JSON: {"tls": {"certificate", "key"}, "user", "password", "rcpt": [replies], "data": [replies]}; each reply is given once,
in order, and after those all is well.
"""
import asyncio
import email.policy
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

options = json.loads(sys.argv[1])


def reply(step):
    replies = options.get(step) or []
    return replies.pop(0) if replies else None


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        refusal = reply("rcpt")
        if refusal:
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        refusal = reply("data")
        if refusal:
            return refusal
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        letter = {
            "to": envelope.rcpt_tos,
            "isTls": session.ssl is not None,
            "isSignedIn": session.authenticated,
            "headers": dict(message.items()),
            "type": message.get_content_type(),
            "texts": [part.get_content() for part in message.walk() if not part.is_multipart()],
        }
        print(json.dumps(letter), flush=True)
        return "250 OK"

    async def auth_login(self, server, args):
        """Names of mechanisms have no case (RFC 4954, 3), but aiosmtpd takes them as they are written."""
        return await server.auth_LOGIN(server, args)


def authenticate(server, session, envelope, mechanism, data):
    signed_in = (data.login.decode(), data.password.decode()) == (options["user"], options["password"])
    return AuthResult(success=signed_in, handled=False)


def protocol():
    tls = None
    if options.get("tls"):
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(options["tls"]["certificate"], options["tls"]["key"])
    return SMTP(
        Handler(),
        hostname="localhost",
        enable_SMTPUTF8=True,
        tls_context=tls,
        require_starttls=tls is not None,
        authenticator=authenticate if options.get("user") else None,
        auth_required=bool(options.get("user")),
    )


async def main():
    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
