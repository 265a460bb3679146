namespace FitServerless.Functions.OpenApi;

/// <summary>A list with <c>limit</c> (100 unless said, 1,000 at most), <c>cursor</c>, and its next page in <c>Link</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PagedAttribute : Attribute;
