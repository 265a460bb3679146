using Azure.Core;
using Azure.Data.Tables.Accounts;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Queries;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private readonly TableEndpoint _endpoint;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        _endpoint = TableEndpoint.Open(ConnectionString.Parse(connectionString), options);
    }

    /// <param name="endpoint">The account's address with a shared access signature as its query.</param>
    /// <param name="options">Retries, policies, logging.</param>
    public TableServiceClient(Uri endpoint, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        TableUri.RequireTransportSecurity(endpoint);
        if (endpoint.Query.Length == 0)
            throw new ArgumentException($"{nameof(endpoint)} must contain a SAS token query.", nameof(endpoint));
        _endpoint = TableEndpoint.Open(endpoint, options);
    }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        TableUri.RequireTransportSecurity(endpoint);
        _endpoint = TableEndpoint.Open(endpoint, credential, options);
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        _endpoint = TableEndpoint.Open(endpoint, credential, options);
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(tokenCredential);
        _endpoint = TableEndpoint.Open(endpoint, tokenCredential, options);
    }

    /// <summary>For mocks.</summary>
    protected TableServiceClient() => _endpoint = null!;

    public virtual string AccountName => _endpoint.AccountName;

    public virtual Uri Uri => _endpoint.Uri;

    /// <summary>Fills the holes of an OData filter with quoted and escaped literals.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Fill(filter);

    /// <summary>A client for one table, which need not exist; it shares this client's pipeline.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(_endpoint, tableName);

    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return _endpoint.CreateTableAsync(tableName, cancellationToken);
    }

    /// <summary>The raw response's status is 409 if the table was there.</summary>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return _endpoint.CreateTableIfNotExistsAsync(tableName, cancellationToken);
    }

    /// <summary>The response's status is 404 if there was no table; that is no error.</summary>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tableName);
        return _endpoint.DeleteTableAsync(tableName, cancellationToken);
    }

    public virtual AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new PagedQuery<TableItem>((token, size) => _endpoint.QueryTablesAsync(filter, token, size, cancellationToken), maxPerPage);

    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(FilterLiteral.Fill(filter), maxPerPage, cancellationToken);
}
