namespace FitServerless.Functions.Http;

/// <summary>Who may call a function.</summary>
internal enum FunctionAccess
{
    /// <summary>Who has an access token, in the header <c>Authorization</c>.</summary>
    HeaderToken,

    /// <summary>Who has one, there or in the query.</summary>
    HeaderOrQueryToken,

    /// <summary>Everybody.</summary>
    Open,
}
