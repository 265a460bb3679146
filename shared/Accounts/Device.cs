using System.Net;
using FitServerless.Privacy;

namespace FitServerless.Accounts;

/// <summary>From where somebody signs in.</summary>
/// <param name="Name">For the list of sessions; see <see cref="Sessions.DeviceName"/>.</param>
/// <param name="Address"><c>null</c> when it is not known.</param>
public sealed record Device(string Name, IPAddress? Address)
{
    public AuditOrigin Origin => AuditOrigin.User(Address);
}
