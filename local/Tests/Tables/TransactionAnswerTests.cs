using System.Text;
using Azure.Data.Tables;
using Azure.Data.Tables.Transactions;

namespace FitServerless.Local.Tests.Tables;

public sealed class TransactionAnswerTests
{
    private const string Done = """
        --batchresponse_1
        Content-Type: multipart/mixed; boundary=changesetresponse_1

        --changesetresponse_1
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 204 No Content
        X-Content-Type-Options: nosniff
        ETag: W/"datetime'2026-01-31T00%3A00%3A00Z'"


        --changesetresponse_1
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 201 Created
        etag: W/"2"
        Content-Type: application/json

        {"x":"--a"}
        --changesetresponse_1--
        --batchresponse_1--

        """;

    private const string Refused = """
        --batchresponse_1
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        HTTP/1.1 400 Bad Request
        Content-Type: application/json

        {"odata.error":{"code":"InvalidDuplicateRow","message":{"lang":"en-US","value":"7:Two changes have the same row key."}}}
        --batchresponse_1--
        """;

    [Fact]
    public void Each_part_has_its_status_headers_and_body()
    {
        var parts = TransactionAnswer.Read(Bytes(Done));

        Assert.Equal([(204, "No Content", false), (201, "Created", false)], parts.Select(x => (x.Status, x.ReasonPhrase, x.IsError)));
        Assert.Equal("W/\"datetime'2026-01-31T00%3A00%3A00Z'\"", parts[0].Headers.ETag!.Value.ToString());
        Assert.Equal("W/\"2\"", parts[1].Headers.ETag!.Value.ToString());
        Assert.Equal("application/json", parts[1].Headers.ContentType);
        Assert.False(parts[0].Headers.Contains("Content-Type"));
        Assert.Equal("""{"x":"--a"}""", parts[1].Content.ToString().Trim());
    }

    [Fact]
    public void A_refusal_may_stand_outside_of_a_change_set()
    {
        var failure = Assert.Throws<TableTransactionFailedException>(() => TransactionAnswer.Read(Bytes(Refused)));

        Assert.Equal((400, "InvalidDuplicateRow", 7), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Contains("same row key", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_may_name_no_action()
    {
        var answer = Refused.Replace("7:Two", "Two", StringComparison.Ordinal);

        var failure = Assert.Throws<TableTransactionFailedException>(() => TransactionAnswer.Read(Bytes(answer)));

        Assert.Null(failure.FailedTransactionActionIndex);
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
