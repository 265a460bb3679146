using System.Net;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

/// <summary>What goes over the wire, against https://learn.microsoft.com/rest/api/storageservices/operations-on-entities.</summary>
public sealed partial class WireTests
{
    private const string Format = "$format=application%2Fjson%3Bodata%3Dminimalmetadata";
    private const string Address = "https://fit.table.core.windows.net/Rows(PartitionKey='p',RowKey='r')?" + Format;
    private const string Minimal = "application/json; odata=minimalmetadata";

    private static readonly TableEntity Row = new("p", "r");

    [Fact]
    public async Task An_insert_posts_to_the_table_and_wants_no_content_back()
    {
        var sent = await SentBy(x => x.AddEntityAsync(Row));

        Assert.Equal(("POST", $"https://fit.table.core.windows.net/Rows?{Format}"), (sent.Method, sent.Uri.AbsoluteUri));
        Assert.Equal("return-no-content", sent.Headers["Prefer"]);
        Assert.Equal(Minimal, sent.Headers["Accept"]);
        Assert.Equal("application/json;odata=nometadata", sent.Headers["Content-Type"].Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("""{"PartitionKey":"p","RowKey":"r"}""", sent.Body);
    }

    [Fact]
    public async Task Every_request_names_its_versions_and_itself()
    {
        var sent = await SentBy(x => x.AddEntityAsync(Row));

        Assert.Equal("2020-12-06", sent.Headers["x-ms-version"]);
        Assert.Equal("3.0", sent.Headers["DataServiceVersion"]);
        Assert.True(Guid.TryParse(sent.Headers["x-ms-client-request-id"], out _));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, "PATCH")]
    [InlineData(TableUpdateMode.Replace, "PUT")]
    public async Task An_upsert_has_no_condition_and_an_update_has_one(TableUpdateMode mode, string method)
    {
        var upsert = await SentBy(x => x.UpsertEntityAsync(Row, mode));
        var update = await SentBy(x => x.UpdateEntityAsync(Row, new ETag("W/\"1\""), mode));

        Assert.Equal((method, Address), (upsert.Method, upsert.Uri.AbsoluteUri));
        Assert.Equal((method, Address), (update.Method, update.Uri.AbsoluteUri));
        Assert.DoesNotContain("If-Match", upsert.Headers.Keys);
        Assert.Equal("W/\"1\"", update.Headers["If-Match"]);
    }

    [Fact]
    public async Task A_delete_always_has_a_condition()
    {
        var any = await SentBy(x => x.DeleteEntityAsync("p", "r"));
        var one = await SentBy(x => x.DeleteEntityAsync("p", "r", new ETag("W/\"1\"")));

        Assert.Equal(("DELETE", Address, "*"), (any.Method, any.Uri.AbsoluteUri, any.Headers["If-Match"]));
        Assert.Equal("W/\"1\"", one.Headers["If-Match"]);
    }

    [Fact]
    public async Task A_query_carries_its_options_and_where_to_go_on()
    {
        var sent = await SentBy(
            async x => await x.QueryAsync<TableEntity>("a eq 'b c'", 5, ["PartitionKey", "x"]).AsPages("1!4!cA-- 1!4!cg--").FirstAsync(),
            (HttpStatusCode.OK, """{"value":[]}"""));

        Assert.Equal(
            $"https://fit.table.core.windows.net/Rows()?{Format}&$top=5&$select=PartitionKey%2Cx&$filter=a%20eq%20%27b%20c%27"
            + "&NextPartitionKey=1%214%21cA--&NextRowKey=1%214%21cg--",
            sent.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task A_transaction_is_a_batch_of_one_change_set()
    {
        var sent = await SentBy(
            x => x.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, Row),
                new(TableTransactionActionType.UpdateMerge, Row, new ETag("W/\"1\"")),
                new(TableTransactionActionType.Delete, Row),
            ]),
            (HttpStatusCode.Accepted, ""));

        Assert.Equal("https://fit.table.core.windows.net/$batch", sent.Uri.AbsoluteUri);
        Assert.Matches("^multipart/mixed; ?boundary=\"?batch_ID", Ids().Replace(sent.Headers["Content-Type"], "ID"));
        Assert.Equal(Batch.ReplaceLineEndings("\r\n"), Ids().Replace(sent.Body, "ID"));
    }

    private const string Batch = $$"""
        --batch_ID
        Content-Type: multipart/mixed; boundary=changeset_ID

        --changeset_ID
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        POST https://fit.table.core.windows.net/Rows?{{Format}} HTTP/1.1
        Host: fit.table.core.windows.net
        x-ms-version: 2020-12-06
        DataServiceVersion: 3.0
        Prefer: return-no-content
        Accept: application/json;odata=minimalmetadata
        Content-Type: application/json;odata=nometadata

        {"PartitionKey":"p","RowKey":"r"}
        --changeset_ID
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        PATCH {{Address}} HTTP/1.1
        Host: fit.table.core.windows.net
        x-ms-version: 2020-12-06
        DataServiceVersion: 3.0
        If-Match: W/"1"
        Accept: application/json
        Content-Type: application/json

        {"PartitionKey":"p","RowKey":"r"}
        --changeset_ID
        Content-Type: application/http
        Content-Transfer-Encoding: binary

        DELETE {{Address}} HTTP/1.1
        Host: fit.table.core.windows.net
        x-ms-version: 2020-12-06
        DataServiceVersion: 3.0
        If-Match: *
        Accept: application/json;odata=minimalmetadata


        --changeset_ID--

        --batch_ID--

        """;

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    private static Task<SentRequest> SentBy(Func<TableClient, Task> act) => SentBy(act, (HttpStatusCode.NoContent, ""));

    private static async Task<SentRequest> SentBy(Func<TableClient, Task> act, (HttpStatusCode Status, string Body) answer)
    {
        var network = new RecordingHandler(answer);
        var credential = new TableSharedKeyCredential("fit", AzuriteTables.Key);
        await act(new TableClient(new Uri("https://fit.table.core.windows.net/"), "Rows", credential, network.Options()));
        return Assert.Single(network.Sent);
    }
}
