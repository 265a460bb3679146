using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Azure.Data.Tables.Accounts;

namespace FitServerless.Local.Tests.Tables;

/// <summary>
/// Against "Shared Key Lite and Table service format" of
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key: <c>Date \n CanonicalizedResource</c>.
/// </summary>
public sealed class SharedKeyTests
{
    private const string Date = "Mon, 27 Jul 2009 12:28:53 GMT";
    private static readonly Uri Endpoint = new("https://myaccount.table.core.windows.net/");

    [Theory]
    [InlineData("https://myaccount.table.core.windows.net/Tables", "/myaccount/Tables")]
    [InlineData("https://myaccount.table.core.windows.net/$batch", "/myaccount/$batch")]
    [InlineData("https://myaccount.table.core.windows.net/", "/myaccount/")]
    [InlineData("https://myaccount.table.core.windows.net/t()?$filter=a%20eq%201&$top=5", "/myaccount/t()")]
    [InlineData("https://myaccount.table.core.windows.net/?restype=service&comp=properties", "/myaccount/?comp=properties")]
    [InlineData("https://myaccount.table.core.windows.net/t?comp=acl&timeout=5", "/myaccount/t?comp=acl")]
    [InlineData("https://a.b/t(PartitionKey='a%7Cb',RowKey='it%27%27s')?$top=1", "/myaccount/t(PartitionKey='a%7Cb',RowKey='it%27%27s')")]
    [InlineData("http://127.0.0.1:10002/myaccount/t", "/myaccount/myaccount/t")]
    public void The_date_and_the_resource_with_its_component_are_signed(string uri, string resource) =>
        Assert.Equal($"Mon, 27 Jul 2009 12:28:53 GMT\n{resource}", SharedKeyPolicy.StringToSign("myaccount", Date, new Uri(uri)));

    [Fact]
    public void The_signature_is_the_keyed_hash_of_the_string_to_sign() =>
        // echo -ne 'Mon, 27 Jul 2009 12:28:53 GMT\n/myaccount/Tables' | openssl dgst -sha256 -hmac 'a key of the account' -binary | base64
        Assert.Equal(
            "31h9VxLRhea0qexBgLu5eBi313B+bIYTvmPjS85uWRg=",
            new TableSharedKeyCredential("myaccount", Convert.ToBase64String("a key of the account"u8)).Sign($"{Date}\n/myaccount/Tables"));

    [Fact]
    public async Task A_request_carries_the_signature_of_what_it_asks_for()
    {
        var network = new RecordingHandler((HttpStatusCode.NoContent, ""));
        var table = new TableClient(Endpoint, "rows", new TableSharedKeyCredential("myaccount", AzuriteTables.Key), network.Options());

        await table.DeleteEntityAsync("p|1", "it's");

        AssertSigned(Assert.Single(network.Sent), "/myaccount/rows(PartitionKey='p%7C1',RowKey='it%27%27s')");
    }

    [Fact]
    public async Task A_transaction_is_signed_as_one_request_and_its_parts_are_not()
    {
        var network = new RecordingHandler((HttpStatusCode.Accepted, ""));
        var table = new TableClient(Endpoint, "rows", new TableSharedKeyCredential("myaccount", AzuriteTables.Key), network.Options());

        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))]);

        var sent = Assert.Single(network.Sent);
        AssertSigned(sent, "/myaccount/$batch");
        Assert.DoesNotContain("Authorization", sent.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_renewed_key_signs_the_next_request()
    {
        var network = new RecordingHandler((HttpStatusCode.NoContent, ""));
        var credential = new TableSharedKeyCredential("myaccount", Convert.ToBase64String("an old key"u8));
        var table = new TableClient(Endpoint, "rows", credential, network.Options());

        credential.SetAccountKey(AzuriteTables.Key);
        await table.DeleteEntityAsync("p", "r");

        AssertSigned(Assert.Single(network.Sent), "/myaccount/rows(PartitionKey='p',RowKey='r')");
    }

    private static void AssertSigned(SentRequest sent, string resource)
    {
        var text = $"{sent.Headers["x-ms-date"]}\n{resource}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(AzuriteTables.Key), Encoding.UTF8.GetBytes(text));
        Assert.Equal($"SharedKeyLite myaccount:{Convert.ToBase64String(signature)}", sent.Headers["Authorization"]);
    }
}
