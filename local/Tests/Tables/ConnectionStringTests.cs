using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

public sealed class ConnectionStringTests
{
    private const string Key = "a2V5";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("usedevelopmentstorage=true;", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://azurite", "http://azurite:10002/devstoreaccount1")]
    public void Development_storage_is_the_emulator_on_its_port(string text, string uri)
    {
        var service = new TableServiceClient(text);

        Assert.Equal(uri, service.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("AccountName=fit;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://fit.table.core.windows.net/")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=fit;AccountKey=a2V5;EndpointSuffix=example", "http://fit.table.example/")]
    [InlineData(" AccountName = fit ; AccountKey = a2V5 ; EndpointSuffix = core.windows.net ", "https://fit.table.core.windows.net/")]
    [InlineData("AccountName=fit;AccountKey=a2V5;TableEndpoint=https://fit.example/", "https://fit.example/")]
    [InlineData("TableEndpoint=https://fit.table.example/;SharedAccessSignature=sv=2020&sig=x", "https://fit.table.example/")]
    public void An_account_is_found_by_suffix_or_by_endpoint(string text, string uri)
    {
        var service = new TableServiceClient(text);

        Assert.Equal(uri, service.Uri.AbsoluteUri);
        Assert.Equal("fit", service.AccountName);
    }

    [Fact]
    public void A_table_lies_below_its_account()
    {
        var table = new TableClient("UseDevelopmentStorage=true", "Rows");

        Assert.Equal("Rows", table.Name);
        Assert.Equal("devstoreaccount1", table.AccountName);
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1/Rows", table.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("AccountName=fit")]
    [InlineData("AccountName=fit;AccountKey=a2V5")]
    [InlineData("UseDevelopmentStorage=True")]
    [InlineData("TableEndpoint=https://fit.table.core.windows.net/")]
    public void What_names_no_account_and_credential_is_refused(string text) =>
        Assert.Throws<ArgumentException>(() => new TableServiceClient(text));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("=value")]
    [InlineData("AccountName=")]
    [InlineData("AccountName=fit;;AccountKey=a2V5")]
    [InlineData("AccountName=fit;accountname=fit")]
    public void What_is_not_a_list_of_keywords_with_values_is_refused(string text) =>
        Assert.Throws<InvalidOperationException>(() => new TableServiceClient(text));

    [Theory]
    [InlineData("https://fit.table.core.windows.net/Rows", "https://fit.table.core.windows.net/Rows")]
    [InlineData("https://fit.table.core.windows.net", "https://fit.table.core.windows.net/Rows")]
    [InlineData("http://127.0.0.1:10002/fit/", "http://127.0.0.1:10002/fit/Rows")]
    public void An_endpoint_may_name_the_table_or_not(string endpoint, string uri)
    {
        var table = new TableClient(new Uri(endpoint), "Rows", new TableSharedKeyCredential("fit", Key));

        Assert.Equal(uri, table.Uri.AbsoluteUri);
        Assert.Equal("fit", table.AccountName);
    }
}
