using FitServerless.Accounts;
using FitServerless.Accounts.Sessions;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FitServerless.Functions.Accounts;

/// <summary>Tells from where a request comes.</summary>
public sealed class Devices(IOptions<HttpOptions> options)
{
    public Device Of(HttpRequest request) =>
        new(DeviceName.Of(request.Headers.UserAgent.ToString()), RequestSource.Of(request, options.Value.ProxyHops));
}
