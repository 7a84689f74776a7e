package org.folkmoot.sms.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;

/// Sends what the SDK would send to Twilio to another server: the SDK has no setting for it.
final class RedirectedHttpClient extends NetworkHttpClient {
  private final URI apiUrl;

  RedirectedHttpClient(URI apiUrl) {
    this.apiUrl = apiUrl;
  }

  @Override
  public Response makeRequest(Request request) {
    return super.makeRequest(redirected(request));
  }

  private Request redirected(Request request) {
    var base = apiUrl.toString().replaceAll("/+$", "");
    var path = URI.create(request.getUrl()).getRawPath();
    var copy = new Request(request.getMethod(), base + path);
    copy.setAuth(request.getUsername(), request.getPassword());
    copy.setContentType(request.getContentType());
    request
        .getPostParams()
        .forEach((name, values) -> values.forEach(v -> copy.addPostParam(name, v)));
    request
        .getQueryParams()
        .forEach((name, values) -> values.forEach(v -> copy.addQueryParam(name, v)));
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(v -> copy.addHeaderParam(name, v)));
    if (request.getBody() != null) {
      copy.setBody(request.getBody());
    }
    return copy;
  }
}
