#include "drive/commands/handlers.h"

#include "mmc/commands/inquiry.h"

namespace discbench::drive {

/// Vital product data pages are there only with feature 0001h, INQ2.
bool valid(const mmc::Inquiry& cdb) { return !cdb.evpd && cdb.page_code == 0; }

Completion inquiry(Exchange& exchange, const mmc::Inquiry& cdb) {
  const DriveSettings& settings = exchange.drive.settings;
  exchange.drive.reply.append(mmc::StandardInquiryData{.version = settings.inquiry_version,
                                                       .t10_vendor_identification = settings.vendor,
                                                       .product_identification = settings.product,
                                                       .product_revision_level = settings.revision,
                                                       .vendor_specific = settings.serial_number});
  return exchange.send_reply(cdb.allocation_length);
}

}  // namespace discbench::drive
