using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Accounts;

namespace Azure.Data.Tables.Http;

/// <summary>An account's table service and the pipeline that leads there; clients of one service client share it.</summary>
internal sealed class TableEndpoint
{
    private readonly HttpPipeline _pipeline;
    private readonly string _root;
    private readonly string? _accountName;

    private TableEndpoint(Uri uri, string? accountName, HttpPipelinePolicy? authentication, TableClientOptions? options)
    {
        options ??= TableClientOptions.DefaultOptions;
        _root = uri.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _accountName = accountName;
        Version = options.VersionString;
        Uri = uri.Query.Length == 0 ? uri : new(uri.GetLeftPart(UriPartial.Path));
        _pipeline = Build(options, authentication ?? SignatureIn(uri));
    }

    public string Version { get; }

    public Uri Uri { get; }

    public string AccountName => _accountName ?? TableUri.AccountName(Uri)!;

    public static TableEndpoint Open(ConnectionString account, TableClientOptions? options) =>
        new(account.Endpoint, account.AccountName, account.Key is { } key ? new SharedKeyPolicy(key) : null, options);

    public static TableEndpoint Open(Uri uri, TableClientOptions? options) => new(uri, null, null, options);

    public static TableEndpoint Open(Uri uri, AzureSasCredential credential, TableClientOptions? options) =>
        new(uri, null, new SharedAccessSignaturePolicy(credential), options);

    public static TableEndpoint Open(Uri uri, TableSharedKeyCredential credential, TableClientOptions? options) =>
        new(uri, null, new SharedKeyPolicy(credential), options);

    public static TableEndpoint Open(Uri uri, TokenCredential credential, TableClientOptions? options)
    {
        var scope = (options?.Audience ?? TableAudience.AzurePublicCloud).Scope;
        return new(uri, null, new BearerTokenAuthenticationPolicy(credential, scope), options);
    }

    public string AddressOf(string path) => $"{_root}/{path}";

    /// <param name="method">The verb.</param>
    /// <param name="path">Path and query below the account, escaped.</param>
    /// <param name="accept">The format of the answer.</param>
    /// <param name="classifier">Knows the statuses that are no error.</param>
    public HttpMessage CreateMessage(RequestMethod method, string path, string accept, ResponseClassifier classifier)
    {
        var message = _pipeline.CreateMessage();
        message.ResponseClassifier = classifier;
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri(AddressOf(path)));
        request.Headers.Add("x-ms-version", Version);
        request.Headers.Add("DataServiceVersion", Wire.DataServiceVersion);
        request.Headers.Add("Accept", accept);
        return message;
    }

    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _pipeline.SendAsync(message, cancellationToken);
        return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
    }

    /// <summary>Sends a request for rows. Its raw response keeps status and headers; the body is gone once it is parsed.</summary>
    public async Task<(T? Value, Response Response)> ReadAsync<T>(
        HttpMessage message, Func<ReadOnlyMemory<byte>, T> parse, CancellationToken cancellationToken)
    {
        message.BufferResponse = false;
        var response = await SendAsync(message, cancellationToken);
        if (response.Status != 200)
            return (default, response);
        var value = parse(response.Content.ToMemory());
        if (response.ContentStream is PooledBody body)
        {
            response.ContentStream = new MemoryStream([], writable: false);
            body.Release();
        }

        return (value, response);
    }

    private static SharedAccessSignaturePolicy? SignatureIn(Uri uri) => uri.Query.Length == 0 ? null : new(new(uri.Query));

    private static HttpPipeline Build(TableClientOptions options, HttpPipelinePolicy? authentication)
    {
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = ErrorDetailsParser.Shared };
        if (authentication is not null)
            pipeline.PerRetryPolicies.Add(authentication);
        pipeline.PerRetryPolicies.Add(new PooledBodyPolicy());
        return HttpPipelineBuilder.Build(pipeline);
    }
}
