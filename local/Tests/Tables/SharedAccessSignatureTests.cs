using Azure;
using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

[Collection(OnAzurite.Name)]
public sealed class SharedAccessSignatureTests(AzuriteTables azurite)
{
    private static readonly DateTimeOffset Tomorrow = DateTimeOffset.UtcNow.AddDays(1);

    [Fact]
    public async Task A_signature_lets_rows_be_written_and_read()
    {
        var name = (await azurite.NewTableAsync()).Name;
        var table = new TableClient(new Uri($"{azurite.Endpoint}/{name}"), AccountSas.For("rwdlau", Tomorrow));

        await table.AddEntityAsync(new TableEntity("p", "r"));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "s"))]);

        Assert.Equal(name, table.Name);
        Assert.Equal(2, await table.QueryAsync<TableEntity>("PartitionKey eq 'p'").CountAsync());
    }

    [Fact]
    public async Task A_signature_grants_no_more_than_it_says()
    {
        var name = (await azurite.NewTableAsync()).Name;
        var table = new TableServiceClient(azurite.Endpoint, AccountSas.For("rl", Tomorrow)).GetTableClient(name);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(403, failure.Status);
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task A_renewed_signature_is_used_at_once()
    {
        var name = (await azurite.NewTableAsync()).Name;
        var credential = AccountSas.For("rl", DateTimeOffset.UtcNow.AddDays(-1));
        var table = new TableServiceClient(azurite.Endpoint, credential).GetTableClient(name);

        await Assert.ThrowsAsync<RequestFailedException>(() => table.QueryAsync<TableEntity>().ToListAsync().AsTask());
        credential.Update(AccountSas.For("rl", Tomorrow).Signature);

        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task A_signature_may_stand_in_the_address_or_in_the_connection_string()
    {
        var name = (await azurite.NewTableAsync()).Name;
        var signature = AccountSas.For("rl", Tomorrow).Signature;
        TableClient[] tables =
        [
            new(new Uri($"{azurite.Endpoint}/{name}?{signature}")),
            new TableServiceClient(new Uri($"{azurite.Endpoint}?{signature}")).GetTableClient(name),
            new($"TableEndpoint={azurite.Endpoint};SharedAccessSignature={signature}", name),
        ];

        foreach (var table in tables)
        {
            Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
            Assert.Equal($"{azurite.Endpoint}/{name}", table.Uri.AbsoluteUri);
        }
    }

    [Fact]
    public void A_signature_is_not_sent_in_the_clear()
    {
        var endpoint = new Uri("http://fit.table.core.windows.net/Rows");
        var credential = new AzureSasCredential("sv=2019-02-02&sig=x");

        Assert.Throws<ArgumentException>(() => new TableClient(endpoint, credential));
        Assert.Throws<ArgumentException>(() => new TableServiceClient(endpoint, credential));
    }

    [Fact]
    public void A_signature_for_one_table_names_it()
    {
        var table = new TableClient(new Uri("https://fit.table.core.windows.net/"), new AzureSasCredential("tn=Rows&sv=2019-02-02&sig=x"));

        Assert.Equal("Rows", table.Name);
    }
}
