package org.karyon.fhirapi.packaged;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Offers the package of the guideline that this service runs with. */
@RestController
public final class PackageController {

  /** Where it is offered, to everybody like the guideline's page. */
  public static final String PATH = "/guideline/package.tgz";

  /** Made when it is first asked for: no start waits for it. */
  private final SingletonSupplier<byte[]> bytes;

  private final String name;
  private final String tag;

  PackageController(GuidelinePackage guideline) {
    this.bytes = SingletonSupplier.of(guideline::bytes);
    this.name = GuidelinePackage.NAME + '-' + guideline.version() + ".tgz";
    this.tag = '"' + guideline.version() + '"';
  }

  /**
   * The package.
   *
   * @return a gzipped tar, the same until the knowledge changes
   */
  @GetMapping(path = PATH, produces = "application/gzip")
  public ResponseEntity<byte[]> download() {
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(CacheControl.noCache())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
        .body(bytes.obtain());
  }
}
