using Azure.Core;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Queries;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private readonly TableEndpoint _endpoint;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        var account = ConnectionString.Parse(connectionString);
        _endpoint = TableEndpoint.Open(account with { Endpoint = TableUri.WithoutTable(account.Endpoint, tableName) }, options);
        Name = tableName;
    }

    /// <param name="endpoint">The table's address with a shared access signature as its query.</param>
    /// <param name="options">Retries, policies, logging.</param>
    public TableClient(Uri endpoint, TableClientOptions? options = null)
    {
        Name = NameIn(endpoint);
        _endpoint = TableEndpoint.Open(TableUri.WithoutTable(endpoint, Name), options);
    }

    /// <param name="endpoint">The table's address, not the account's.</param>
    /// <param name="credential">Signed for the table, or for the account.</param>
    /// <param name="options">Retries, policies, logging.</param>
    public TableClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        Name = NameIn(endpoint, credential.Signature);
        _endpoint = TableEndpoint.Open(TableUri.WithoutTable(endpoint, Name), credential, options);
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        Name = NameOr(endpoint, tableName);
        _endpoint = TableEndpoint.Open(TableUri.WithoutTable(endpoint, Name), credential, options);
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(tokenCredential);
        Name = NameOr(endpoint, tableName);
        _endpoint = TableEndpoint.Open(TableUri.WithoutTable(endpoint, Name), tokenCredential, options);
    }

    internal TableClient(TableEndpoint endpoint, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        (_endpoint, Name) = (endpoint, tableName);
    }

    /// <summary>For mocks.</summary>
    protected TableClient() => (_endpoint, Name) = (null!, null!);

    public virtual string Name { get; }

    public virtual string AccountName => _endpoint.AccountName;

    public virtual Uri Uri => new(_endpoint.AddressOf(Name));

    /// <summary>Fills the holes of an OData filter with quoted and escaped literals.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Fill(filter);

    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        _endpoint.CreateTableAsync(Name, cancellationToken);

    /// <summary>The raw response's status is 409 if the table was there.</summary>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        _endpoint.CreateTableIfNotExistsAsync(Name, cancellationToken);

    /// <summary>The response's status is 404 if there was no table; that is no error.</summary>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _endpoint.DeleteTableAsync(Name, cancellationToken);

    private static string NameIn(Uri endpoint, string signature = "")
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        TableUri.RequireTransportSecurity(endpoint);
        var name = TableUri.TableName(endpoint, endpoint.Query) ?? TableUri.TableName(endpoint, signature);
        ArgumentException.ThrowIfNullOrEmpty(name, nameof(endpoint));
        return name;
    }

    private static string NameOr(Uri endpoint, string tableName)
    {
        var name = string.IsNullOrEmpty(tableName) ? TableUri.TableName(endpoint, endpoint.Query) : tableName;
        ArgumentException.ThrowIfNullOrEmpty(name, nameof(tableName));
        return name;
    }
}
