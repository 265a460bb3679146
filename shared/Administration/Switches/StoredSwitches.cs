using Azure;

namespace FitServerless.Administration.Switches;

/// <param name="Version">0 where nobody has switched anything yet; one more with each write.</param>
/// <param name="ETag">Of the row; <c>null</c> where there is none.</param>
internal sealed record StoredSwitches(SwitchValues Values, int Version, ETag? ETag);
