using System.Net;
using Azure.Core;
using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

public sealed class BearerTokenTests
{
    private static readonly Uri Endpoint = new("https://fit.table.core.windows.net/");

    public static TheoryData<TableAudience?, string> Audiences => new()
    {
        { null, "https://storage.azure.com/.default" },
        { TableAudience.AzurePublicCloud, "https://storage.azure.com/.default" },
        { TableAudience.AzureChina, "https://storage.azure.cn/.default" },
        { TableAudience.AzureGovernment, "https://storage.azure.us/.default" },
        { "https://fit.table.core.windows.net/", "https://fit.table.core.windows.net/.default" },
    };

    [Theory]
    [MemberData(nameof(Audiences))]
    public async Task A_token_is_asked_for_the_audience_and_sent(TableAudience? audience, string scope)
    {
        var network = new RecordingHandler((HttpStatusCode.NoContent, ""));
        var options = network.Options();
        options.Audience = audience;
        var credential = new Tokens();
        var table = new TableClient(Endpoint, "Rows", credential, options);

        await table.UpsertEntityAsync(new TableEntity("p", "r"));
        await table.UpsertEntityAsync(new TableEntity("p", "r"));

        Assert.All(network.Sent, x => Assert.Equal("Bearer token 1", x.Headers["Authorization"]));
        Assert.Equal([scope], Assert.Single(credential.Asked));
    }

    [Fact]
    public async Task A_token_is_not_sent_in_the_clear()
    {
        var network = new RecordingHandler((HttpStatusCode.NoContent, ""));
        var table = new TableServiceClient(new Uri("http://127.0.0.1:10002/fit"), new Tokens(), network.Options()).GetTableClient("Rows");

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.UpsertEntityAsync(new TableEntity("p", "r")));
        Assert.Empty(network.Sent);
    }

    private sealed class Tokens : TokenCredential
    {
        public List<string[]> Asked { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked.Add(requestContext.Scopes);
            return new($"token {Asked.Count}", DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
