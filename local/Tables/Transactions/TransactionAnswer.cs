using System.Buffers.Text;
using Azure.Data.Tables.Http;

namespace Azure.Data.Tables.Transactions;

/// <summary>
/// Finds the parts of a multipart answer by their status lines. No header and no JSON text can hold a raw line break, so none can
/// look like a status line or like a boundary, and the boundaries themselves need not be known.
/// </summary>
internal static class TransactionAnswer
{
    private static ReadOnlySpan<byte> StatusLine => "\nHTTP/1.1 "u8;

    private static ReadOnlySpan<byte> Boundary => "\n--"u8;

    /// <exception cref="TableTransactionFailedException">The service refused an action, and so all of them.</exception>
    public static IReadOnlyList<Response> Read(ReadOnlyMemory<byte> body)
    {
        var responses = new List<Response>();
        while (body.Span.IndexOf(StatusLine) is var start and >= 0)
        {
            body = body[(start + StatusLine.Length)..];
            var end = body.Span.IndexOf(Boundary);
            var response = ReadPart(end < 0 ? body : body[..end]);
            if (response.Status >= 400)
                throw new TableTransactionFailedException(new RequestFailedException(response, null, ErrorDetailsParser.Shared));
            responses.Add(response);
        }

        return responses;
    }

    private static PartResponse ReadPart(ReadOnlyMemory<byte> part)
    {
        var line = part.Span.IndexOf((byte)'\n');
        if (line < 0 || !Utf8Parser.TryParse(part.Span, out int status, out var digits))
            throw new InvalidOperationException("A part of the answer to a transaction has no status line.");
        var reason = part.Span[digits..line].Trim(" \r"u8);
        var rest = part[(line + 1)..];
        var blank = rest.Span.IndexOf("\r\n\r\n"u8);
        return blank < 0
            ? new(status, reason, rest, default)
            : new(status, reason, rest[..blank], rest[(blank + 4)..]);
    }
}
