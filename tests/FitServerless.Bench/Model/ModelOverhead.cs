namespace FitServerless.Bench.Model;

/// <summary>Milliseconds of a call of a model that answers at once, one after the other.</summary>
/// <param name="Raw">The same bytes by a bare HTTP client: the median.</param>
/// <param name="Through">With client library, retries, circuit breaker and timeout: the median.</param>
internal sealed record ModelOverhead(int Calls, double Raw, double RawP95, double Through, double ThroughP95);
